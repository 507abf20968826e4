# Pictures: of offers and wants, and one's own.

field-pictures = Pictures
field-picture = A picture of your own
pictures-add = Add pictures
pictures-hint = The first one stands for all. JPEG, PNG or WebP, up to 10 MB each, several at once. Where they were taken is not passed on.
pictures-alt = What is to be seen on picture { $number }?
pictures-place = Place of picture { $number }
pictures-goes = Take picture { $number } off
pictures-waits = This picture is being prepared.
pictures-which = Picture { $number } of { $count }
pictures-undescribed = Your pictures say nothing yet to those who cannot see them. “Change it” lets you say in a few words what is to be seen.
pictures-face-hint = Instead of a drawn face. Only members see it. JPEG, PNG or WebP, up to 10 MB.
pictures-face-waits = Your picture is being prepared. It appears by itself in a moment.
error-picture-kind = “{ $name }” is no picture that we can read. Choose a JPEG, PNG or WebP; a telephone's camera makes JPEG.
error-picture-bytes = “{ $name }” is too large. Choose one of at most { $megabytes } MB, or let your telephone send it smaller.
error-picture-pixels = “{ $name }” has too many pixels. Make it smaller first: 30 million at most.
error-picture-broken = “{ $name }” cannot be read: part of it is missing or damaged. Send it once more, or choose another one.
error-picture-quota = There is no room for “{ $name }”: your pictures may take up { $quota } MB together. Take old ones off first.
error-picture-many = “{ $name }” was one too many: there may be { $count } pictures. Take one off first.
error-picture-store = “{ $name }” could not be stored. Add it once more in a while.
