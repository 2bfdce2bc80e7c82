/** Next looks for its settings further up when there are none here, and would find the site's own. */
export default {};
