/** What stands beside the presentation, or in its place on a phone. */
export type RoomPart = 'agenda' | 'people' | 'votes' | 'notes';
