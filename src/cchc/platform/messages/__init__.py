"""Messages to people: in the application, by e-mail, by SMS, from an outbox.

Other rooms call `sending.notify` in their transaction and `inbox` for pages.
"""
