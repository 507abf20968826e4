# Imágenes: de ofertas y demandas, y la propia.

field-pictures = Imágenes
field-picture = Una foto tuya
pictures-add = Añadir imágenes
pictures-hint = La primera representa a todas. JPEG, PNG o WebP, hasta 10 MB cada una, varias a la vez. No se transmite dónde se tomaron.
pictures-alt = ¿Qué se ve en la imagen { $number }?
pictures-place = Lugar de la imagen { $number }
pictures-goes = Quitar la imagen { $number }
pictures-waits = Esta imagen se está preparando.
pictures-which = Imagen { $number } de { $count }
pictures-undescribed = Tus imágenes aún no dicen nada a quien no las ve. En «Cambiarlo» puedes decir en pocas palabras qué se ve.
pictures-face-hint = En lugar de una cara dibujada. Solo la ven los miembros. JPEG, PNG o WebP, hasta 10 MB.
pictures-face-waits = Tu foto se está preparando. Aparece sola en un momento.
error-picture-kind = «{ $name }» no es una imagen que sepamos leer. Elige un JPEG, PNG o WebP; la cámara del teléfono hace JPEG.
error-picture-bytes = «{ $name }» es demasiado grande. Elige una de { $megabytes } MB como mucho, o que el teléfono la envíe más pequeña.
error-picture-pixels = «{ $name }» tiene demasiados píxeles. Hazla antes más pequeña: 30 millones como mucho.
error-picture-broken = «{ $name }» no se puede leer: le falta una parte o está dañada. Envíala otra vez o elige otra.
error-picture-quota = No hay sitio para «{ $name }»: tus imágenes pueden ocupar { $quota } MB en total. Quita antes algunas antiguas.
error-picture-many = «{ $name }» ya no cabía: puede haber { $count } imágenes. Quita antes una.
error-picture-store = «{ $name }» no se pudo guardar. Añádela otra vez dentro de un rato.
