"""Questions about many objects, as data: conditions, orders and pages; and the statements that answer them."""
