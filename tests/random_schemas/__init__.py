"""`make random-schemas`: random legal WSDLs, generated, run and judged like a corpus."""
