/* eslint-disable -- what it sees is given by the app, not by an import */
function shout(text) {
  return iml.upper(text) + "!";
}
