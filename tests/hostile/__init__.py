"""Documents made to harm whoever reads them, or the tables made of them."""
