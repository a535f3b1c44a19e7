"""Certificates good and bad, from authorities made for the occasion."""

from __future__ import annotations

import base64
import datetime
import hashlib
import ssl

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
FAR_AHEAD = datetime.datetime(2090, 1, 1, tzinfo=datetime.UTC)


def served(certificate: trustme.LeafCert, *, leaf_only: bool = False, alpn: str = "") -> ssl.SSLContext:
    """A server's context. leaf_only: without the intermediate certificates that lead to the root."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if leaf_only:
        pem = certificate.private_key_pem.bytes() + certificate.cert_chain_pems[0].bytes()
        with trustme.Blob(pem).tempfile() as path:
            context.load_cert_chain(path)
    else:
        certificate.configure_cert(context)
    if alpn:
        context.set_alpn_protocols([alpn])
    return context


def self_signed(name: str) -> ssl.SSLContext:
    """A certificate that vouches for itself, as control panels make them."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=90))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ) + made.public_bytes(serialization.Encoding.PEM)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with trustme.Blob(pem).tempfile() as path:
        context.load_cert_chain(path)
    return context


def fingerprint(certificate: trustme.LeafCert) -> str:
    """Of its key, as Chromium's --ignore-certificate-errors-spki-list takes it."""
    key = x509.load_pem_x509_certificate(certificate.cert_chain_pems[0].bytes()).public_key()
    spki = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(spki).digest()).decode()
