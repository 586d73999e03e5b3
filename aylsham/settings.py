"""Settings of every environment; what differs comes from environment variables.

AYLSHAM_ENVIRONMENT is `production` unless it says `demo` or `test`.
"""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pghistory
from kombu import Queue

from aylsham.browser_policy import CONTENT_SECURITY_POLICY, NO_DEVICES
from aylsham.database_url import database_from_url
from aylsham.jobs.schedule import SCHEDULE
from aylsham.signin.providers import single_sign_on

BASE_DIR = Path(__file__).resolve().parent.parent
ENVIRONMENT = os.environ.get("AYLSHAM_ENVIRONMENT", "production")
DEMO = ENVIRONMENT == "demo"
TESTING = ENVIRONMENT == "test"
PRODUCTION = not (DEMO or TESTING)
#: `web`, `worker` or `command`: only the web server keeps a pool of connections.
PROCESS = os.environ.get("AYLSHAM_PROCESS", "web")
VAR_DIR = Path(os.environ.get("AYLSHAM_VAR_DIR", BASE_DIR / "var"))

SECRET_KEY = os.environ.get(
    "SECRET_KEY", "" if PRODUCTION else "not-secret-used-for-demo-and-tests-only-" * 2
)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "" if PRODUCTION else "*").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("CSRF_TRUSTED_ORIGINS", "").split(",") if o]
#: The address that links in e-mails start with.
PUBLIC_URL = os.environ.get("PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "aylsham.apps.StaticFiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "django_htmx",
    "guardian",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.google",
    "allauth.socialaccount.providers.microsoft",
    "allauth.socialaccount.providers.openid_connect",
    "aylsham.apps.AylshamConfig",
    "pupils.apps.PupilsConfig",
    "provision.apps.ProvisionConfig",
    "staff.apps.StaffConfig",
    "ehcp.apps.EhcpConfig",
    "lac.apps.LacConfig",
    "reports.apps.ReportsConfig",
    *([] if PRODUCTION else ["demo.apps.DemoConfig"]),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "aylsham.middleware.AccessMiddleware",
]

ROOT_URLCONF = "aylsham.urls"
WSGI_APPLICATION = "aylsham.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.csp",
            ],
        },
    }
]
FORM_RENDERER = "aylsham.form_markup.FormRenderer"


DATABASE_URL = os.environ.get("DATABASE_URL", "postgresql://aylsham_app@127.0.0.1:5432/aylsham")
#: The owner of the tables, used by `migrate` alone; the app role can neither own nor bypass.
DATABASE_OWNER_URL = os.environ.get("DATABASE_OWNER_URL", DATABASE_URL)
DATABASE_APP_ROLE = urlsplit(DATABASE_URL).username or ""
_as_owner = os.environ.get("AYLSHAM_DATABASE_ROLE") == "owner"
DATABASES = {"default": database_from_url(DATABASE_OWNER_URL if _as_owner else DATABASE_URL)}
if PROCESS == "web" and not TESTING:
    DATABASES["default"]["OPTIONS"]["pool"] = {
        "min_size": 2,
        "max_size": int(os.environ.get("AYLSHAM_DATABASE_POOL", "12")),
        "timeout": 10,
    }
if TESTING:
    # A database that has the tables already: the test's own begins as its copy.
    DATABASES["default"]["TEST"] = {"TEMPLATE": os.environ.get("AYLSHAM_TEST_TEMPLATE")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = os.environ.get("REDIS_URL", "")
if REDIS_URL:
    CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    }
elif TESTING:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
else:
    # Rate limits must be shared by every worker process.
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": VAR_DIR / "cache",
        }
    }

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
#: Our own words for what Django and allauth say.
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
#: One-off bank holidays: `2027-06-11, -2027-05-31` proclaims one and calls one off.
BANK_HOLIDAYS = os.environ.get("AYLSHAM_BANK_HOLIDAYS", "")

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", BASE_DIR / "staticfiles"))
STATICFILES_DIRS = [BASE_DIR / "static"]
# Tests run from the sources, before anything has been collected.
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = TESTING
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT", VAR_DIR / "files"))
#: ClamAV's socket, as a path or host:port; empty: files are checked by our own rules alone.
CLAMAV_SOCKET = os.environ.get("CLAMAV_SOCKET", "")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

AUTH_USER_MODEL = "aylsham.User"
AUTHENTICATION_BACKENDS = ["aylsham.signin.backend.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if TESTING
    else ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False  # computers at a school are shared
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_ADAPTER = "aylsham.signin.adapter.AccountAdapter"
ACCOUNT_CHANGE_EMAIL = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
#: Anything that opens case data asks for more than a password, but not in the demonstration.
SECOND_FACTOR_REQUIRED = PRODUCTION
IDLE_MINUTES = int(os.environ.get("IDLE_MINUTES", "15"))
SESSION_COOKIE_AGE = 60 * 60 * 12
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Aylsham"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
SOCIALACCOUNT_ADAPTER = "aylsham.signin.adapter.SocialAccountAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = single_sign_on(os.environ)

GUARDIAN_USER_OBJ_PERMS_MODEL = "guardian.UserObjectPermission"
ANONYMOUS_USER_NAME = None
SILENCED_SYSTEM_CHECKS = [
    "guardian.W001",  # grants are read by queries with an end date, not by has_perm
]

# Every history row carries its own context, so that no table mixes schools.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_CONTEXT_ID_FIELD = pghistory.ContextUUIDField()
PGHISTORY_INSTALL_CONTEXT_FUNC_ON_MIGRATE = True

SESSION_ENGINE = "aylsham.signin.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "aylsham.views.errors.csrf_failure"
SECURE_SSL_REDIRECT = PRODUCTION and os.environ.get("AYLSHAM_SSL_REDIRECT", "1") == "1"
# The health checks come from inside, by plain HTTP.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = CONTENT_SECURITY_POLICY
PERMISSIONS_POLICY = NO_DEVICES

#: A demonstration keeps what it would have sent, and shows it.
MAIL_IS_STORED = DEMO
MAILERS = {
    "default": {"BACKEND": "aylsham.mail.backends.StoreBackend"}
    if MAIL_IS_STORED
    else {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": os.environ.get("EMAIL_HOST", "localhost"),
            "port": int(os.environ.get("EMAIL_PORT", "587")),
            "username": os.environ.get("EMAIL_HOST_USER", ""),
            "password": os.environ.get("EMAIL_HOST_PASSWORD", ""),
            "use_tls": os.environ.get("EMAIL_USE_TLS", "1") == "1",
            "timeout": 20,
        },
    }
}
if TESTING:
    MAILERS["default"] = {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "Aylsham <aylsham@localhost>")

# Celery is the doorbell of the Job table: no result is kept, and a lost message is no lost work.
CELERY_BROKER_URL = os.environ.get("CELERY_BROKER_URL", REDIS_URL) or (
    "memory://" if TESTING else "filesystem://"
)
if CELERY_BROKER_URL.startswith("filesystem:"):
    _bell = VAR_DIR / "bell"
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(_bell / "queue"),
        "data_folder_out": str(_bell / "queue"),
        "control_folder": str(_bell / "control"),
    }
elif CELERY_BROKER_URL.startswith("redis"):
    CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_connect_timeout": 1, "visibility_timeout": 3600}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = False  # the lease runs out, and beat rings again
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_PUBLISH_RETRY = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
#: `default` for short work, `heavy` for PDFs and solvers; a worker without -Q takes both.
CELERY_TASK_QUEUES = [Queue("default"), Queue("heavy")]
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_SOFT_TIME_LIMIT = 10 * 60
CELERY_TASK_TIME_LIMIT = 11 * 60
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE = SCHEDULE

#: A folder for each school, by its slug, into which its own system puts the roll every night.
WATCHED_DIR = Path(os.environ.get("AYLSHAM_WATCHED_DIR", VAR_DIR / "watched"))

#: The newest seals of the audit log, outside the database; mount it where the workers are.
AUDIT_WITNESS_DIR = Path(os.environ.get("AUDIT_WITNESS_DIR", VAR_DIR / "audit"))
#: Where the witness is sent every day; empty: nowhere.
AUDIT_WITNESS_EMAIL = os.environ.get("AUDIT_WITNESS_EMAIL", "")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"no_secrets": {"()": "aylsham.secret_log.HideSecrets"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "stream": sys.stderr,
            "filters": ["no_secrets"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
