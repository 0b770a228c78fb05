"""What came back in an edited file, merged into the record that the file was made from."""
