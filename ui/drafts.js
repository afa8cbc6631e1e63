// Keeps the half-typed words of the chat field in this tab's own storage, so that a reload, a crash
// or a lost connection takes none of them, and gives the field its focus back when the next
// question is there. Two tabs keep two texts. The words are only ever set as a field's value.
//
// What is kept is {text, sent, visit}. `sent` is how many of the candidate's messages were stored
// when the text left the field, or null while it is being typed. It is kept until a later run of
// the page shows that the server has it.
const FIELD = '[data-testid="stChatInput"] textarea'
const FOOT = '[data-testid="stBottom"]'
const APP = '[data-testid="stApp"]'
const TOUCH = "(hover: none) and (pointer: coarse)"
const ASK_MS = 4000 // after which a run that was asked for and has not come is asked for again
const WATCHED = ["disabled", "data-test-connection-state"]

const filled = new WeakSet() // the fields that have got their words back
let inFoot = false // whether the focus was last put into the foot of the page
let line = "kept" // how the connection fared since the last run: kept, lost or back

function kept(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name))
  } catch {
    return null // storage that is blocked or was written by somebody else
  }
}

function keep(name, draft) {
  try {
    if (draft) sessionStorage.setItem(name, JSON.stringify(draft))
    else sessionStorage.removeItem(name)
  } catch {
    // without storage the field works as it does without this script
  }
}

function put(field, text) {
  // React sees a value only when it is set as typing sets it.
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, text)
  field.dispatchEvent(new Event("input", { bubbles: true }))
}

/** What is to be kept of `draft`, now that a run of the page tells how things stand. */
function settled(draft, { stored, shown, visit }, isDoubtful) {
  if (!draft || draft.sent === null) return draft
  if (shown) return { ...draft, visit } // it could not be stored and stands on the page
  if (draft.visit === visit) return null // it stood there and was dealt with
  if (!draft.visit && stored > draft.sent) return null
  return draft.visit || isDoubtful ? { ...draft, sent: null, visit: "" } : draft
}

export default function ({ data, setTriggerValue }) {
  const name = `interview-draft/${data.place}`
  const listening = new AbortController()
  const field = () => document.querySelector(FIELD)

  function catchUp() {
    const area = field()
    if (!area || area.disabled) return
    if (!filled.has(area)) restore(area, true)
    const isFree = !document.activeElement || document.activeElement === document.body
    if (inFoot && isFree && !matchMedia(TOUCH).matches) area.focus({ preventScroll: true })
  }

  function restore(area, isDoubtful) {
    const draft = settled(kept(name), data, isDoubtful)
    filled.add(area)
    keep(name, draft)
    if (draft?.sent === null && !area.value) put(area, draft.text)
  }

  function typed({ target }) {
    if (!target.matches?.(FIELD)) return
    filled.add(target)
    keep(name, target.value ? { text: target.value, sent: null, visit: "" } : null)
  }

  function left() {
    // nobody has emptied the field by typing, so its words were sent
    const [area, draft] = [field(), kept(name)]
    if (!area || area.value || !filled.has(area) || !draft || draft.sent !== null) return
    keep(name, { ...draft, sent: data.stored })
  }

  function changed() {
    const isConnected = document.querySelector(APP)?.dataset.testConnectionState === "CONNECTED"
    if (!isConnected) line = "lost"
    else if (line === "lost" && Number.isInteger(kept(name)?.sent)) {
      line = "back" // Streamlit does not run the page anew by itself, so what was sent is unknown
      ask()
    }
    catchUp()
  }

  function ask() {
    // a line that is just back may lose this too; a run of the page ends the asking
    if (line !== "back" || listening.signal.aborted) return
    setTriggerValue("back", true)
    setTimeout(ask, ASK_MS)
  }

  const options = { capture: true, signal: listening.signal }
  document.addEventListener("input", typed, options)
  for (const event of ["keydown", "click"]) {
    document.addEventListener(event, () => setTimeout(left), options)
  }
  for (const event of ["focusin", "pointerdown"]) {
    const note = ({ target }) => (inFoot = Boolean(target.closest?.(FOOT)))
    document.addEventListener(event, note, options)
  }
  const observer = new MutationObserver(changed)
  const all = { childList: true, subtree: true, attributes: true, attributeFilter: WATCHED }
  observer.observe(document.body, all)
  if (filled.has(field())) restore(field(), line !== "kept")
  line = "kept"
  catchUp()

  return () => {
    listening.abort()
    observer.disconnect()
  }
}
