# Imagens: de ofertas e pedidos, e a própria.

field-pictures = Imagens
field-picture = Uma foto tua
pictures-add = Juntar imagens
pictures-hint = A primeira representa todas. JPEG, PNG ou WebP, até 10 MB cada uma, várias de uma vez. O lugar onde foram tiradas não é transmitido.
pictures-alt = O que se vê na imagem { $number }?
pictures-place = Lugar da imagem { $number }
pictures-goes = Tirar a imagem { $number }
pictures-waits = Esta imagem está a ser preparada.
pictures-which = Imagem { $number } de { $count }
pictures-undescribed = As tuas imagens ainda não dizem nada a quem não as vê. Em «Alterar» podes dizer em poucas palavras o que se vê.
pictures-face-hint = Em vez de uma cara desenhada. Só os membros a veem. JPEG, PNG ou WebP, até 10 MB.
pictures-face-waits = A tua foto está a ser preparada. Aparece sozinha daqui a um momento.
error-picture-kind = «{ $name }» não é uma imagem que saibamos ler. Escolhe um JPEG, PNG ou WebP; a câmara do telemóvel faz JPEG.
error-picture-bytes = «{ $name }» é grande demais. Escolhe uma de { $megabytes } MB no máximo, ou deixa o telemóvel enviá-la mais pequena.
error-picture-pixels = «{ $name }» tem píxeis a mais. Torna-a primeiro mais pequena: 30 milhões no máximo.
error-picture-broken = «{ $name }» não se consegue ler: falta-lhe uma parte ou está danificada. Envia-a outra vez ou escolhe outra.
error-picture-quota = Não há lugar para «{ $name }»: as tuas imagens podem ocupar { $quota } MB ao todo. Tira primeiro algumas antigas.
error-picture-many = «{ $name }» já não cabia: pode haver { $count } imagens. Tira primeiro uma.
error-picture-store = «{ $name }» não pôde ser guardada. Junta-a outra vez daqui a pouco.
