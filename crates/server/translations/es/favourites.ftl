# What somebody wants to find again.

favourites-title = Favoritos
favourites-lead = Gente, ofertas y demandas que quieres volver a encontrar. Nadie más lo ve.
favourites-none = Aquí no hay nada todavía. Guarda gente, ofertas y demandas con el corazón de su página.
favourite-keep = Guardar en favoritos
favourite-drop = Quitar de favoritos
notice-favourite-kept = Guardado en «Favoritos».
notice-favourite-dropped = Ya no está entre tus favoritos.
more-favourites = Favoritos
more-favourites-sub = Gente, ofertas y demandas para volver a encontrar
