"""A form per owner: the questions of the schema, what the record answers, and what came back."""
