"""What a form brings back, fact by fact, held against the record as it was and as it is."""
