// Streamlit hands a text area's words to Python when it loses the focus or at Ctrl+Enter, and a
// click on a button that is still disabled is neither. So we press Ctrl+Enter for the candidate in
// each short pause. Focus and caret stay, and words typed meanwhile are not overwritten. Without
// this script everything still works as Streamlit does it.
const PAUSE_MS = 400
const AREAS = '[data-testid="stTextArea"] textarea'

function commit(area) {
  const keys = { key: "Enter", code: "Enter", ctrlKey: true, bubbles: true, cancelable: true }
  area.dispatchEvent(new KeyboardEvent("keydown", keys))
}

export default function () {
  const listening = new AbortController()
  let pause

  function wait(event) {
    const area = event.target
    if (event.isComposing || !area?.matches?.(AREAS)) return
    clearTimeout(pause)
    pause = setTimeout(commit, PAUSE_MS, area)
  }

  for (const name of ["input", "compositionend"]) {
    document.addEventListener(name, wait, { capture: true, signal: listening.signal })
  }
  // what was typed before this script was there; later, so that nothing can fail in sight
  setTimeout(() => document.querySelectorAll(AREAS).forEach(commit))

  return () => {
    listening.abort()
    clearTimeout(pause)
  }
}
