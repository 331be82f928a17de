"""Text that somebody typed to make mischief."""

EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(2)>\'; \\u0000 &lt;b&gt;'
