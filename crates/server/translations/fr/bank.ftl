# Bank words, laid over the others where an exchange chose them.

frame-trade = Payer
trade-title = Noter un paiement
trade-others-title = Noter un paiement pour d’autres personnes
trade-provided = On me paie
trade-provided-sub = Quelqu’un me paie ce que j’ai donné
trade-received = Je paie
trade-received-sub = Je paie quelqu’un pour ce que j’ai reçu
home-standing = Solde, { $name }
