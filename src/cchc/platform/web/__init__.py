"""What all pages share: middleware, error pages, paging, health."""
