// Streamlit hands a text area's words to Python when it loses the focus or at Ctrl+Enter, and a
// click on a button that is still disabled is neither. So we press Ctrl+Enter for the candidate in
// each short pause. Focus and caret stay, and words typed meanwhile are not overwritten. Without
// this script everything still works as Streamlit does it.
const PAUSE_MS = 400
const APP = '[data-testid="stApp"]'
const STATE = "data-test-connection-state"
const CONNECTED = "CONNECTED"
const AREAS = '[data-testid="stTextArea"] textarea'

function commit(area) {
  if (area.disabled) return // it would take the words for sent
  const keys = { key: "Enter", code: "Enter", ctrlKey: true, bubbles: true, cancelable: true }
  area.dispatchEvent(new KeyboardEvent("keydown", keys))
}

function commitAll() {
  document.querySelectorAll(AREAS).forEach(commit)
}

export default function ({ setTriggerValue }) {
  const app = document.querySelector(APP)
  const listening = new AbortController()
  let pause

  function wait(event) {
    const area = event.target
    if (event.isComposing || !area?.matches?.(AREAS)) return
    clearTimeout(pause)
    pause = setTimeout(commit, PAUSE_MS, area)
  }

  function catchUp() {
    commitAll()
    setTriggerValue("back", true)
  }

  for (const name of ["input", "compositionend"]) {
    document.addEventListener(name, wait, { capture: true, signal: listening.signal })
  }
  // a line that was lost may have lost words, and Streamlit does not run the page by itself
  const line = new MutationObserver(([change]) => {
    if (change.oldValue === CONNECTED || app.getAttribute(STATE) !== CONNECTED) return
    setTimeout(catchUp)
  })
  line.observe(app, { attributeFilter: [STATE], attributeOldValue: true })
  // what was typed before this script was there; later, so that nothing can fail in sight
  setTimeout(commitAll)

  return () => {
    listening.abort()
    line.disconnect()
    clearTimeout(pause)
  }
}
