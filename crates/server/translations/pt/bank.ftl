# Bank words, laid over the others where an exchange chose them.

frame-trade = Pagar
