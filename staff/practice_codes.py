"""A checklist of adaptive teaching to begin with; a school puts it into its own words."""

FIRST_POINTS = (
    "Every child can say what they are learning and why",
    "New words are shown, said and used",
    "The steps of the task stand where children can see them",
    "A worked example stays in view",
    "Children have time to think before they answer",
    "Answers come from every child, not only from raised hands",
    "Help is near from the start and is taken away step by step",
    "Adults ask before they help, and step back",
    "Seats, light and noise suit the children who need it",
    "What passports say helps is in use",
    "Work is set so that everybody reaches the same goal by a way that fits",
    "Mistakes are used to teach",
)
#: At most so many points: longer lists are not looked at.
MOST = 25
