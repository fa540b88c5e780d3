"""From a query to one statement whose result is the answer: selection, plan, SQL."""
