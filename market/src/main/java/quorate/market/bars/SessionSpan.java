package quorate.market.bars;

import quorate.market.calendar.Session;

/// A session that builders enter, and whether sessions are missing before it.
record SessionSpan(Session session, boolean afterGap) {}
