# Bank words, laid over the others where an exchange chose them.

frame-trade = Pagar
trade-title = Anotar un pago
trade-others-title = Anotar un pago por otras personas
trade-provided = Cobro
trade-provided-sub = Alguien me paga por lo que di
trade-received = Pago
trade-received-sub = Pago a alguien por lo que recibí
home-standing = Saldo, { $name }
