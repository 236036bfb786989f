"""The calendar of offices and leaders, and meetings from agenda to conclusions.

Five words: an *entry* (mục lịch) stands in a leader's work calendar; a *week* is approved and
published as a whole; a *meeting* (cuộc họp) has agenda, papers and attendance; a *conclusion* (kết
luận) becomes work; a *feed* is a person's own calendar address.
"""
