"""GraphiQL as a person meets it: opened, read, used, and silent towards the rest of the world."""
from __future__ import annotations

from urllib.parse import quote, urlsplit

from tests.e2e.browser import Page

NICKS = "{ nicks(first: 1) { nodes { nick } } }"
OWNERS = "{ nicks(first: 1) { nodes { nick account { display channelsAsFounder { nodes { name } } } } } }"

RESPONSE, QUERY, DOCS = ".graphiql-response", ".graphiql-query-editor", ".graphiql-plugin"


def test_a_query_is_run_an_edge_is_followed_and_nobody_else_is_asked(page: Page, gateway: str) -> None:
    page.open(f"{gateway}?query={quote(NICKS)}")
    page.run()
    page.sees(RESPONSE, '"nick": "Alice"')
    page.write(OWNERS)
    page.run()
    page.sees(RESPONSE, '"display": "Alice"', '"name": "#wonderland"')
    requested = page.requested()
    assert f"{gateway}?query={quote(NICKS)}" in requested
    assert requested.count(gateway) == 3  # the schema, and two queries
    assert {urlsplit(url).netloc for url in requested if not url.startswith("data:")} == {urlsplit(gateway).netloc}
    assert page.complaints() == []


def test_answers_are_explained_once_the_button_is_pressed(page: Page, gateway: str) -> None:
    page.open(f"{gateway}?query={quote(NICKS)}")
    page.click("button[aria-label^='Explain answers']")
    page.run()
    page.sees(RESPONSE, '"explain": {', "page of nick: first 1, ordered by id")
    page.click("button[aria-label^='Stop explaining']")
    page.run()
    page.misses(RESPONSE, '"explain": {')
    assert page.complaints() == []


def test_a_first_visit_shows_examples(page: Page, gateway: str) -> None:
    page.driver.execute_script("localStorage.clear()")
    page.open(gateway)
    assert page.tabs() == ["Accounts", "Channel", "Account", "Memos", "Users", "NextPage"]
    page.sees(QUERY, "channelsAsFounder")
    page.go_to_tab("Channel")
    page.sees(QUERY, "query Channel(")
    page.run()
    page.sees(RESPONSE, '"display": "Hatter"')


def test_the_documentation_leads_from_type_to_type(page: Page, gateway: str) -> None:
    page.open(gateway)
    page.click("button[aria-label='Show Documentation Explorer']")
    page.click(f"{DOCS} a", "Query")
    page.sees(DOCS, "account", "The Account with this")
    page.click(f"{DOCS} a", "Account")
    page.sees(DOCS, "A registered user", "channelsAsFounder")
    assert page.complaints() == []


def test_the_explorer_and_the_history_are_there(page: Page, gateway: str) -> None:
    page.open(gateway)
    page.driver.execute_script("localStorage.clear()")
    page.open(gateway)
    page.go_to_tab("Channel")
    page.sees(QUERY, "query Channel(")
    page.run()
    page.sees(RESPONSE, '"display": "Hatter"')
    page.open(gateway)
    page.click("button[aria-label='Show GraphiQL Explorer']")
    page.sees(".docExplorerWrap, .graphiql-explorer-root", "xmppHosts")
    page.click("button[aria-label='Show History']")
    page.sees(".graphiql-history", "Channel")
    assert page.complaints() == []


def test_the_page_is_light_or_dark_as_the_system_is(page: Page, gateway: str) -> None:
    colour = "return getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor"
    shades = []
    for theme in ("light", "dark"):
        page.open(gateway, theme)
        shades.append(page.driver.execute_script(colour))
    assert shades[0] != shades[1]
