# More: the doors that are not among the five places.

more-statement = Statement
more-statement-sub = What you provided and received
more-waiting = Waiting for you
more-waiting-sub = Requests to answer and trades to look at
more-many = Many at once
more-many-sub = A whole list of trades, typed or from a table
more-exchange = The exchange
more-exchange-sub = Its rules in plain words, and its numbers
more-own-account = The exchange’s own account
more-own-account-sub = Open to every member
more-administration = Administration
more-administration-sub = People, trades, rules and the log
more-server = This server
more-server-sub = Exchanges that wait, health and jobs
more-my-page-sub = As the others see you
more-settings-sub = Address, password, language, devices
more-people = People
more-people-sub = Who is here, and how to reach them
