"""What is done with plans of the week: begun, gathered for, planned, published."""
