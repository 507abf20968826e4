# Bank words, laid over the others where an exchange chose them.

frame-trade = Pagar
trade-title = Anota un pagament
trade-others-title = Anota un pagament per a altres persones
trade-provided = Cobro
trade-provided-sub = Algú em paga pel que vaig donar
trade-received = Pago
trade-received-sub = Pago a algú pel que vaig rebre
home-standing = Saldo, { $name }
