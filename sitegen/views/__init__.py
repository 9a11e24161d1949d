"""The frozen records that templates may see.

A page is rendered as `template(page=<a Page>, chrome=<Chrome>, body=<Body or None>)`, and a template sees
nothing else. Every value is plain: text, a number, a date, a tuple of those, or another view. So the
digest of a view says all that a page depends on, beside its template.

Conventions of every view:

- A *site path* (`path`) is relative to the column's root and ends in a file name: `zhengce/index.html`,
`zhengce/a.html#t3`. A template writes `{{ page.root }}{{ link.path }}`. Empty means "no link".
- A complete address, an anchor on the same page, `tel:` or `mailto:` stands in a field named `href`.
- HTML that is already safe stands in a field named `html` or ending in `_html`; everything else is text.
- Empty text, None and the empty tuple mean "not known"; the template then leaves the thing out.
- `date` fields that may carry a time of day hold a `datetime` (naive, Asia/Shanghai) when the time is known.
"""
