# Bank words, laid over the others where an exchange chose them.

frame-trade = Pagar
trade-title = Anotar um pagamento
trade-others-title = Anotar um pagamento por outras pessoas
trade-provided = Recebo
trade-provided-sub = Alguém paga-me pelo que dei
trade-received = Pago
trade-received-sub = Pago a alguém pelo que recebi
home-standing = Saldo, { $name }
