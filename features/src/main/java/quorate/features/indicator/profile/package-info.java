/// At which prices a window's volume was traded: the market profile.
@NullMarked
package quorate.features.indicator.profile;

import org.jspecify.annotations.NullMarked;
