# Images : des offres et des demandes, et la sienne.

field-pictures = Images
field-picture = Une photo de vous
pictures-add = Ajouter des images
pictures-hint = La première les représente toutes. JPEG, PNG ou WebP, jusqu'à 10 Mo chacune, plusieurs à la fois. L'endroit où elles ont été prises n'est pas transmis.
pictures-alt = Que voit-on sur l'image { $number } ?
pictures-place = Place de l'image { $number }
pictures-goes = Retirer l'image { $number }
pictures-waits = Cette image est en préparation.
pictures-which = Image { $number } sur { $count }
pictures-undescribed = Vos images ne disent encore rien à qui ne les voit pas. « Le modifier » permet de dire en quelques mots ce qu'on y voit.
pictures-face-hint = À la place d'un visage dessiné. Seuls les membres la voient. JPEG, PNG ou WebP, jusqu'à 10 Mo.
pictures-face-waits = Votre photo est en préparation. Elle apparaît d'elle-même dans un instant.
error-picture-kind = « { $name } » n'est pas une image que nous savons lire. Choisissez un JPEG, PNG ou WebP ; l'appareil du téléphone fait du JPEG.
error-picture-bytes = « { $name } » est trop lourde. Choisissez-en une de { $megabytes } Mo au plus, ou laissez le téléphone l'envoyer plus petite.
error-picture-pixels = « { $name } » a trop de pixels. Réduisez-la d'abord : 30 millions au plus.
error-picture-broken = « { $name } » ne peut pas être lue : il en manque une partie ou elle est abîmée. Envoyez-la de nouveau ou choisissez-en une autre.
error-picture-quota = Il n'y a plus de place pour « { $name } » : vos images peuvent occuper { $quota } Mo en tout. Retirez d'abord d'anciennes images.
error-picture-many = « { $name } » était de trop : il peut y avoir { $count } images. Retirez-en d'abord une.
error-picture-store = « { $name } » n'a pas pu être enregistrée. Ajoutez-la de nouveau dans un moment.
