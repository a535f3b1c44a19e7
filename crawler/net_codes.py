"""Chromium's network errors as the codes of crawler/reach.py; the first mark that fits counts."""

from __future__ import annotations

NET_CODES = {
    "ERR_CERT_DATE_INVALID": "tls_expired",
    "ERR_CERT_AUTHORITY_INVALID": "tls_unknown_authority",
    "ERR_CERT_COMMON_NAME_INVALID": "tls_wrong_host",
    "ERR_CERT_REVOKED": "tls_revoked",
    "ERR_CERT_": "tls_not_trusted",
    "ERR_SSL_": "tls_failed",
    "ERR_BAD_SSL": "tls_failed",
    "ERR_TOO_MANY_REDIRECTS": "redirect_loop",
    "ERR_CONNECTION_REFUSED": "refused",
    "ERR_CONNECTION_RESET": "reset",
    "ERR_CONNECTION_CLOSED": "reset",
    "ERR_EMPTY_RESPONSE": "reset",
    "ERR_SOCKET_NOT_CONNECTED": "reset",
    "ERR_TIMED_OUT": "timed_out",
    "ERR_CONNECTION_TIMED_OUT": "timed_out",
    "ERR_CONTENT_LENGTH_MISMATCH": "truncated",
    "ERR_INCOMPLETE_CHUNKED": "truncated",
    "ERR_CONTENT_DECODING": "bad_encoding",
    "ERR_HTTP_RESPONSE_CODE_FAILURE": "empty_error",
    "ERR_HTTP2_": "protocol_error",
    "ERR_INVALID_HTTP_RESPONSE": "protocol_error",
    "ERR_INVALID_RESPONSE": "protocol_error",
    "ERR_RESPONSE_HEADERS": "protocol_error",
    "ERR_BLOCKED_BY": "not_allowed",
    "ERR_UNSAFE_PORT": "not_allowed",
    "ERR_ABORTED": "download",
    "ERR_INVALID_REDIRECT": "protocol_error",
}
