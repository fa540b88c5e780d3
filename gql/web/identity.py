"""Who makes a request, and what those hear who do not say it, or say it wrong."""
from __future__ import annotations

from gql.auth.authenticator import Presumed
from gql.auth.visit import Visit
from gql.schema.errors import Code
from gql.web.refusal import Refusal
from models.challenges import challenge
from models.errors import BadCredentials, IdentityError, Unauthenticated
from models.principal import Principal, Role


async def identified(visit: Visit) -> Principal:
    """Who makes a request. Raises Refusal."""
    try:
        return await visit.authenticator.identify(visit.headers, visit.peer)
    except BadCredentials as error:
        raise Refusal(400, str(error), headers={"WWW-Authenticate": challenge()}) from None
    except Unauthenticated as error:
        raise _unauthenticated(str(error), error.scheme) from None


def presumption(visit: Visit) -> Presumed | None:
    """Who most likely makes a request, where that is worth knowing; `identified` says what is wrong with others."""
    try:
        return visit.authenticator.presume(visit.headers)
    except IdentityError:
        return None


def refusal_of(code: Code, message: str) -> Refusal:
    """The refusal of an answer that holds nothing for whoever asks."""
    if code == Code.FORBIDDEN:
        return Refusal(403, message, code=code)
    return _unauthenticated(message, "Bearer")  # Basic would make browsers ask, in front of a frontend that can itself


def no_page(principal: Principal, introspection: str) -> Refusal:
    """The refusal of GraphiQL; a browser asks for a password, if that helps."""
    message = "GraphiQL is not shown to you (graphql.introspection)"
    if introspection == "authenticated" and principal.role is Role.ANONYMOUS:
        return _unauthenticated(message, "Basic")
    return Refusal(403, message, code=Code.FORBIDDEN)


def _unauthenticated(message: str, scheme: str = "") -> Refusal:
    return Refusal(401, message, code=Code.UNAUTHENTICATED, headers={"WWW-Authenticate": challenge(scheme)})
