"""The application server: gunicorn reads this file from the folder it starts in."""

import os

bind = os.environ.get("BIND", "0.0.0.0:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True
timeout = 60
graceful_timeout = 20
keepalive = 15
# A slow leak in a library is nobody's weekend.
max_requests = 5000
max_requests_jitter = 500
# Addresses hold ids of children's records: they are written to the audit log, not to a file.
accesslog = None
control_socket_disable = True
