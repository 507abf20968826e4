# What somebody wants to find again.

favourites-title = Favourites
favourites-lead = People, offers and wants that you want to find again. Nobody else sees this.
favourites-none = Nothing here yet. Keep people, offers and wants with the heart on their pages.
favourite-keep = Keep as a favourite
favourite-drop = No longer a favourite
notice-favourite-kept = Kept under “Favourites”.
notice-favourite-dropped = No longer among your favourites.
more-favourites = Favourites
more-favourites-sub = People, offers and wants to find again
