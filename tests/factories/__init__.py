"""Records for tests, made through the same door as the product's own."""
