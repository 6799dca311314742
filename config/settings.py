"""The one settings file. What may differ between machines is read from the environment."""

from pathlib import Path

from config.environment import Environment
from config.logs import logging_for

env = Environment()
BASE_DIR = Path(__file__).resolve().parent.parent
MODE = env.mode
IS_DEMO = MODE == "demo"

# --- Who we are -----------------------------------------------------------------------------
SECRET_KEY = env.secret("SECRET_KEY")
DEBUG = False
ALLOWED_HOSTS = env.hosts(
    "ALLOWED_HOSTS", *env.unless_production("localhost", "127.0.0.1", "testserver")
)
CSRF_TRUSTED_ORIGINS = env.names("CSRF_TRUSTED_ORIGINS")
SITE_URL = env.address("SITE_URL", *env.unless_production("http://localhost:8000"))
DATA_DIR = Path(env.text("DATA_DIR", str(BASE_DIR / ".data" / MODE)))

INSTALLED_APPS = [
    *(["demo"] if IS_DEMO or MODE == "test" else []),
    "records",
    "scrutiny",
    "roadmap",
    "governance",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "simple_history",
    "template_partials",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.logs.request_log",
    "config.visitors.keep_private",
    "config.readable.no_nul",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.sign_in.SignInUnlessPublic",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

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
                "governance.pages.context.shell",
            ],
            "builtins": ["governance.templatetags.concordat"],
        },
    }
]
FORM_RENDERER = "governance.pages.renderer.DesignSystemRenderer"

# --- Servers --------------------------------------------------------------------------------
_database = env.database("DATABASE_URL", *env.unless_production("postgres://localhost/concordat"))
DATABASES = {"default": _database | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
REDIS_URL = env.redis("REDIS_URL", *env.unless_production("redis://localhost:6379/0"))
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "concordat",
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A dead worker's job is taken up again after this many seconds.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 300,
    "socket_timeout": 10,
    "socket_connect_timeout": 2,
}
# A web request never waits long for the queue: the sweep finds what could not be queued.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Europe/London"
CELERY_BEAT_SCHEDULE = {
    "note that a worker is alive": {"task": "config.note_worker", "schedule": 15.0},
    "tell people what is due": {"task": "governance.remind", "schedule": 600.0},
    "send what waits in the outbox": {"task": "governance.send_messages", "schedule": 20.0},
    "make PDFs that are missing": {"task": "governance.render_missing_pdfs", "schedule": 30.0},
    "make PDFs of strategies": {"task": "roadmap.render_missing_strategy_pdfs", "schedule": 60.0},
    "tell subscribers what is new": {"task": "governance.keep_subscriptions", "schedule": 15.0},
    "make monitoring PDFs": {"task": "scrutiny.render_missing_monitoring_pdfs", "schedule": 60.0},
    "make PDFs of dashboards": {"task": "roadmap.render_missing_dashboard_pdfs", "schedule": 60.0},
    "make PDFs of reports": {"task": "scrutiny.render_missing_report_pdfs", "schedule": 60.0},
    "keep duties of exemptions": {
        "task": "governance.keep_duties_of_exemptions",
        "schedule": 1800.0,
    },
    "keep duties of gates": {"task": "roadmap.keep_duties_of_gates", "schedule": 6 * 3600.0},
    "keep cycles of reviews": {"task": "scrutiny.keep_review_cycles", "schedule": 6 * 3600.0},
    "keep duties of contracts": {
        "task": "roadmap.keep_duties_of_contracts",
        "schedule": 6 * 3600.0,
    },
}

# --- Language and time ----------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

# --- Files ----------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if MODE == "test"
        else "config.static_files.HashedStaticFiles"
    },
}
DOCUMENT_SIZE_LIMIT = 25 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# --- People signing in ----------------------------------------------------------------------
AUTH_USER_MODEL = "governance.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "governance.people.accounts.ConcordatAccounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_RATE_LIMITS = {
    "login_failed": "5/5m/key,20/m/ip",
    "login": "60/m/ip",
    "reset_password": "10/m/ip,5/m/key",
}
ACCOUNT_FORMS = {
    "login": "governance.people.account_forms.SignIn",
    "reset_password": "governance.people.account_forms.AskForReset",
    "reset_password_from_key": "governance.people.account_forms.ResetPassword",
    "change_password": "governance.people.account_forms.ChangePassword",
    "reauthenticate": "governance.people.account_forms.ConfirmPassword",
}
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if MODE == "test"
    else [
        "django.contrib.auth.hashers.ScryptPasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Behind proxies, whose visitor is rate limited is read from what that many of them say.
ALLAUTH_TRUSTED_PROXY_COUNT = env.count("TRUSTED_PROXIES", 0)

# --- Mail -----------------------------------------------------------------------------------
_mail = env.email("EMAIL_URL", "smtp://localhost:1025")
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT = (
    _mail["EMAIL_BACKEND"],
    _mail["EMAIL_HOST"],
    _mail["EMAIL_PORT"],
)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail["EMAIL_USE_TLS"], _mail["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "concordat@localhost")
# How the outbox leaves: through the server of EMAIL_URL, or through GOV.UK Notify.
MAIL_THROUGH = env.text("MAIL_THROUGH", "smtp", one_of=("smtp", "notify"))
NOTIFY_URL = env.address("NOTIFY_URL", "https://api.notifications.service.gov.uk")
NOTIFY_API_KEY = env.text("NOTIFY_API_KEY", *([""] if MAIL_THROUGH == "smtp" else []))
NOTIFY_TEMPLATE_ID = env.text("NOTIFY_TEMPLATE_ID", *([""] if MAIL_THROUGH == "smtp" else []))
# A message that a dead worker had claimed is taken up again after this long.
MAIL_CLAIM_SECONDS = env.count("MAIL_CLAIM_SECONDS", 300)
# The local hour from which the reminders of a day go out.
REMIND_FROM = env.clock("REMIND_FROM", "07:00")

# --- Security -------------------------------------------------------------------------------
# Django's bare name is left out of the tests and the demo, which run without TLS.
_https = env.is_production
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", default=_https)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _https
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "governance.pages.views.csrf_failure"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "font-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

LOGGING_CONFIG = "config.logs.configure"
LOGGING = logging_for(
    form=env.text(
        "LOG_FORMAT", "json" if env.is_production else "console", one_of=("json", "console")
    ),
    level=env.text("LOG_LEVEL", "INFO", one_of=("DEBUG", "INFO", "WARNING", "ERROR")),
)
