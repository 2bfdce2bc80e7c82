/** The same drawing as `app/icon.svg`. */
export const cinemaMark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">' +
  '<rect width="32" height="32" fill="#151514"/>' +
  '<path d="M5 25V7h6.2L16 17.6 20.8 7H27v18h-4.6V14.2L17.6 25h-3.2L9.6 14.2V25z" fill="#ffce1f"/></svg>';
