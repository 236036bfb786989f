"""Where everything is put together: settings, addresses, navigation, command line."""
