"""Each command as its steps in order, a module each; reads, computes, writes; prints nothing."""
