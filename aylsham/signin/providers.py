"""Single sign-on by configuration: which providers the environment names."""

from collections.abc import Mapping


def single_sign_on(environment: Mapping[str, str]) -> dict:
    """Allauth's provider settings from GOOGLE_…, MICROSOFT_… and OIDC_… variables.

    A provider without a client id is left out. Microsoft needs the school's own tenant: the
    common one lets anybody claim any e-mail address.
    """
    providers = {}
    if client := environment.get("GOOGLE_CLIENT_ID"):
        providers["google"] = {
            "APPS": [{"client_id": client, "secret": environment["GOOGLE_CLIENT_SECRET"]}],
            "SCOPE": ["openid", "email", "profile"],
            "OAUTH_PKCE_ENABLED": True,
        }
    if client := environment.get("MICROSOFT_CLIENT_ID"):
        tenant = environment["MICROSOFT_TENANT"]
        if tenant in ("common", "organizations", "consumers"):
            raise ValueError("MICROSOFT_TENANT must be the school's own tenant.")
        providers["microsoft"] = {
            "APPS": [
                {
                    "client_id": client,
                    "secret": environment["MICROSOFT_CLIENT_SECRET"],
                    "settings": {"tenant": tenant},
                }
            ],
            "VERIFIED_EMAIL": True,
        }
    if client := environment.get("OIDC_CLIENT_ID"):
        providers["openid_connect"] = {
            "APPS": [
                {
                    "provider_id": "school",
                    "name": environment.get("OIDC_NAME", "School account"),
                    "client_id": client,
                    "secret": environment["OIDC_CLIENT_SECRET"],
                    "settings": {"server_url": environment["OIDC_SERVER_URL"]},
                }
            ],
            "OAUTH_PKCE_ENABLED": True,
        }
    return providers
