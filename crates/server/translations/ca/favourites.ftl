# What somebody wants to find again.

favourites-title = Preferits
favourites-lead = Gent, ofertes i demandes que vols tornar a trobar. Ningú més no ho veu.
favourites-none = Aquí encara no hi ha res. Desa gent, ofertes i demandes amb el cor de la seva pàgina.
favourite-keep = Desa als preferits
favourite-drop = Treu dels preferits
notice-favourite-kept = Desat a «Preferits».
notice-favourite-dropped = Ja no és entre els teus preferits.
more-favourites = Preferits
more-favourites-sub = Gent, ofertes i demandes per tornar a trobar
