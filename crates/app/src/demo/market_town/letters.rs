//! What people of the Marlbrook Exchange write to each other.

use crate::demo::talks::Line::{First, Second};
use crate::demo::talks::{Talk, talk};

/// Everything that was written, the oldest first.
pub(crate) const LETTERS: &[Talk] = &[
    talk(("Priya Nair", "Ben Adeyemi"), 46, &[
        First("Ben, the brakes are wonderful, thank you. But did you put in a new cable after all? I believe the old one is still there."),
        Second("You are right. I wrote it down before I looked, and then the old one was still good."),
        Second("I put it right tonight: twelve acorns, not eighteen."),
        First("You are an honest man with an honest spanner."),
    ]).trade("brakes and a new cable"),
    talk(("Gwen Pritchard", "Hamid Rahimi"), 17, &[
        First("The Wool Hall wants its key back by Monday. Do you have it, or do I?"),
        Second("On my hook, next to the bus keys. I drop it in on the way to the depot."),
        First("Bless you. And bring the slips from Upper Marl, I have an evening free."),
        Second("Twenty-three of them. One is written on a seed packet."),
    ]),
    talk(("Rosa Whitlock", "Hamid Rahimi"), 12, &[
        First("Is Thursday the day when you go up to the hospital? I could do with a lift to the eye clinic, and I make you a bag for your thermos."),
        Second("Thursday at nine, from the bridge. I wait for you there, it takes what it takes."),
        First("A bag with two pockets, then."),
    ]).listing("To the hospital and back on my days off"),
    talk(("Old Mill Bakery", "Ben Adeyemi"), 5, &[
        First("We saw that you would like your bread on the step. Our Saturday boy goes past yours at half past seven. Would that do?"),
        Second("That is before I am awake, so it is perfect. The blue door, and please not on the mat: the cat."),
        First("On the sill, then. From this Saturday."),
    ]).listing("Bread on Saturdays, left on the step"),
    talk(("Edith Crowe", "Rosa Whitlock"), 4, &[
        First("Dear Rosa, my good coat has lost its lining on one side and I should like to wear it to the choir. Is that a thing that you do?"),
        Second("It is. Bring it when the kettle is on, any day but Tuesday. I have a dark green satin that nobody has claimed."),
        First("Green would be splendid. Wednesday at three. Biscuit comes too, if he may."),
        Second("He may, and there is a bowl."),
    ]),
    talk(("Ben Adeyemi", "Rosa Whitlock"), 2, &[
        First("Two pairs of trousers have met my chain. Can they be saved?\n\nI took pictures, but I think you have to see them."),
        Second("Everything can be saved but the one that one throws away. Leave them with the bakery, I go there tomorrow."),
        First("Done. They are in the flour sack, so shake them first."),
    ]).listing("Trousers taken up, jackets let out, zips replaced").unread(),
    talk(("Dot Fairley", "Rosa Whitlock"), 1, &[
        First("I can do your geraniums, Rosa. I pass your window on my way to the glasshouse anyway, and they would be ashamed to die with me looking.\n\nTell me where the key is. Not here, on the telephone."),
    ]).listing("Somebody to water three window boxes in spring").unread(),
    talk(("Lucy Okafor", "Gwen Pritchard"), 1, &[
        First("Could the market day be announced a week earlier this time? I should like to bake for it, and for once not through the night. This is where I look how long a cake keeps: https://example.org/cakes"),
    ]).unread(),
];
