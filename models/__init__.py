"""The catalogue of object types and the store behind it: what every door reads and writes."""
