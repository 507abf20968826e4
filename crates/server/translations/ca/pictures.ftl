# Imatges: d'ofertes i demandes, i la pròpia.

field-pictures = Imatges
field-picture = Una foto teva
pictures-add = Afegeix imatges
pictures-hint = La primera les representa totes. JPEG, PNG o WebP, fins a 10 MB cadascuna, diverses alhora. No es transmet on es van fer.
pictures-alt = Què es veu a la imatge { $number }?
pictures-place = Lloc de la imatge { $number }
pictures-goes = Treu la imatge { $number }
pictures-waits = Aquesta imatge s'està preparant.
pictures-which = Imatge { $number } de { $count }
pictures-undescribed = Les teves imatges encara no diuen res a qui no les veu. A «Canvia-ho» pots dir en poques paraules què s'hi veu.
pictures-face-hint = En lloc d'una cara dibuixada. Només la veuen els membres. JPEG, PNG o WebP, fins a 10 MB.
pictures-face-waits = La teva foto s'està preparant. Apareix tota sola d'aquí a un moment.
error-picture-kind = «{ $name }» no és una imatge que sapiguem llegir. Tria un JPEG, PNG o WebP; la càmera del telèfon fa JPEG.
error-picture-bytes = «{ $name }» és massa gran. Tria'n una de { $megabytes } MB com a molt, o que el telèfon l'enviï més petita.
error-picture-pixels = «{ $name }» té massa píxels. Fes-la abans més petita: 30 milions com a molt.
error-picture-broken = «{ $name }» no es pot llegir: en falta una part o està malmesa. Envia-la un altre cop o tria'n una altra.
error-picture-quota = No hi ha lloc per a «{ $name }»: les teves imatges poden ocupar { $quota } MB en total. Treu-ne abans d'antigues.
error-picture-many = «{ $name }» ja no hi cabia: hi pot haver { $count } imatges. Treu-ne una abans.
error-picture-store = «{ $name }» no s'ha pogut desar. Afegeix-la un altre cop d'aquí a una estona.
