"""What one request may cost: the table of limits, and the checks that hold each before the work it saves."""
