/** One file to fetch for all that staff do on a film's page. */
export { RemoveComment } from './remove-comment';
export { DiscussionToggle } from './talk-switch';
