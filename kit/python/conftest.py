pytest_plugins = ["jobport_pytest", "pytester"]
