"""The OpenAPI document, made of the same table as the answers."""

from functools import cache
from typing import Any

from aylsham.exits.keys import A_MINUTE
from reports.api.resources import RESOURCES, Resource

#: Items in one answer.
PAGE_SIZE = 200
_ERRORS = {
    "401": "No key, or one that has ended",
    "403": "The key does not open this",
    "404": "The key is of another school",
    "429": "Too often: wait as long as Retry-After says",
}


@cache
def document() -> dict[str, Any]:
    """OpenAPI 3.1."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Aylsham",
            "version": "1",
            "description": (
                "Read one school with a key that the school made under “Keys for other systems”. "
                f"A key may ask {A_MINUTE} times a minute; every answer is written in the "
                "school's log. Nothing can be changed."
            ),
        },
        "security": [{"key": []}],
        "paths": {f"/{{school}}/api/{r.scope.value}/": {"get": _path(r)} for r in RESOURCES},
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": {
                **{name_of(r): item_schema(r) for r in RESOURCES},
                "Error": {
                    "type": "object",
                    "properties": {"error": {"type": "string"}},
                    "required": ["error"],
                },
            },
        },
    }


def name_of(resource: Resource) -> str:
    """What the schema of an item is called."""
    return resource.scope.name.title()


def item_schema(resource: Resource) -> dict[str, Any]:
    """An item; what needs a further scope is there only with it."""
    more: dict[str, Any] = {}
    for scope, fields in resource.more.items():
        words = f"Only with the scope “{scope.value}”."
        more |= {name: kind | {"description": words} for name, kind in fields.items()}
    return {
        "type": "object",
        "properties": resource.fields | more,
        "required": list(resource.fields),
        "additionalProperties": False,
    }


def _path(resource: Resource) -> dict[str, Any]:
    school = {"name": "school", "in": "path", "required": True, "schema": {"type": "string"}}
    page = {"name": "page", "in": "query", "schema": {"type": "integer", "minimum": 1}}
    return {
        "operationId": f"list_{resource.scope.value}",
        "summary": resource.summary,
        "description": f"The key needs the scope “{resource.scope.value}”: {resource.scope.label}.",
        "parameters": [school, page],
        "responses": {
            "200": _answer("A page of them", _page(resource)),
            **{code: _answer(words, _ref("Error")) for code, words in _ERRORS.items()},
        },
    }


def _page(resource: Resource) -> dict[str, Any]:
    number = {"type": "integer", "minimum": 0}
    return {
        "type": "object",
        "properties": {
            "count": number,
            "page": number,
            "pages": number,
            "items": {"type": "array", "maxItems": PAGE_SIZE, "items": _ref(name_of(resource))},
        },
        "required": ["count", "page", "pages", "items"],
        "additionalProperties": False,
    }


def _answer(words: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": words, "content": {"application/json": {"schema": schema}}}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
