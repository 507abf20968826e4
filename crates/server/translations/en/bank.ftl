# Bank words, laid over the others where an exchange chose them.

frame-trade = Pay
trade-title = Record a payment
trade-others-title = Record a payment for other people
trade-provided = I was paid
trade-provided-sub = Someone pays me for what I provided
trade-received = I pay
trade-received-sub = I pay someone for what I received
home-standing = Balance, { $name }
