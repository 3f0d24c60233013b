"""The headers under which the page is served, in one place: serve.py sends them, build_dist writes the
policy into index.html for hosts that send none, docs/hosting.md quotes them, tests count them.

Source: shared design, safe-keeping 2.4. A change here is a change of the threat model.
"""
CONTENT_POLICY = (
    "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self'",
    "font-src 'self'", "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "base-uri 'none'",
    "form-action 'none'", "frame-ancestors 'none'", "object-src 'none'",
    "require-trusted-types-for 'script'", "trusted-types lineal-sw",
)
HEADERS = {
    "Content-Security-Policy": "; ".join(CONTENT_POLICY),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), "
                          "hid=(), bluetooth=(), payment=(), clipboard-read=(), browsing-topics=()",
}
CACHE_FOR_EVER = "public, max-age=31536000, immutable"  # names with a hash in them
CACHE_ASK_FIRST = "no-cache"                            # all others

# A <meta> may not say who may frame the page.
META_POLICY = "; ".join(part for part in CONTENT_POLICY if not part.startswith("frame-ancestors"))
