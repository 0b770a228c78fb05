-- Sources and citations, made ready for the citation processor.

-- Word calls a file damaged when an address holds a character that addresses cannot have.
local function address(url)
  local function percent(char) return ('%%%02X'):format(char:byte()) end
  url = url:gsub("[^%w%-._~:/?#%[%]@!$&'()*+,;=%%]", percent)
  return (url:gsub('%%()', function(at)
    return url:find('^%x%x', at) and '%' or '%25'
  end))
end

-- Every leaf becomes plain text, so that a title with asterisks stays a title with asterisks.
local function as_meta(value)
  if type(value) ~= 'table' then
    return pandoc.MetaInlines(pandoc.Inlines(tostring(value)))
  end
  local meta = {}
  for key, item in pairs(value) do meta[key] = as_meta(item) end
  return #value > 0 and pandoc.MetaList(meta) or pandoc.MetaMap(meta)
end

local MONTHS = { 'januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus',
  'september', 'oktober', 'november', 'december' }

-- CSL-JSON's parts of a date as `2025-04-25`, also less precise; such a text as it is.
local function iso_date(issued)
  if type(issued) ~= 'table' then return issued and tostring(issued) end
  local parts = (issued['date-parts'] or {})[1] or {}
  local text = parts[1] and ('%04d'):format(parts[1]) or issued.literal or issued.raw
  for i = 2, #parts do text = text .. ('-%02d'):format(parts[i]) end
  return text
end

local function date_in_words(text)
  local year, month, day = text:match '^(%d%d%d%d)%-?(%d*)%-?(%d*)$'
  local name = MONTHS[tonumber(month)]
  if not name then return year or text end
  return (tonumber(day) and ('%d '):format(day) or '') .. name .. ' ' .. year
end

-- A paper is of a day; when only its month or year is known, `d.d.` would promise too much.
local function dated(text)
  local day = text:match '^%d+%-%d+%-%d+$'
  return (day and 'd.d. ' or '') .. date_in_words(text)
end

local function is_author(source, name)
  local authors = type(source.author) == 'table' and source.author or {}
  return #authors == 1 and authors[1].literal == name
end

-- The title carries the link, so that no address has to be printed, and keeps its small letters.
local function as_reference(source)
  local meta = as_meta(source)
  local title, paper, url = source.title, source.kamerstuk, source.URL
  local issued, accessed = iso_date(source.issued), iso_date(source.accessed)
  meta.issued, meta.accessed = issued and as_meta(issued), accessed and as_meta(accessed)
  if paper then
    title = issued and paper .. ', ' .. dated(issued) or paper
    meta['title-short'] = as_meta(paper)
  end
  -- In the style a bill is a parliamentary paper, which is named by its number.
  if paper or source.type == 'bill' then meta.type = as_meta(paper and 'bill' or 'legislation') end
  for _, field in ipairs { 'container-title', 'publisher' } do
    if is_author(source, source[field]) then meta[field] = nil end
  end
  if title then
    local text = pandoc.Inlines(title)
    local linked = url and url:find '^https?://' and { pandoc.Link(text, address(url)) } or text
    meta.title = pandoc.MetaInlines { pandoc.Span(linked, pandoc.Attr('', { 'nocase' })) }
  end
  meta.URL = nil
  return meta
end

-- What stands in the sentence instead of a note: the words around the citation stay.
local function spoken(citation, text)
  local result = pandoc.Inlines(citation.prefix)
  if #result > 0 then result:insert(pandoc.Space()) end
  result:extend(pandoc.Inlines(text))
  result:extend(citation.suffix)
  return result
end

-- A citation of a source that is not there says so in the text instead of disappearing.
local function missing(citation)
  local text = spoken(citation, '[bron ontbreekt: ' .. citation.id)
  text:insert(pandoc.Str ']')
  return text
end

local function add(inlines, more)
  if #inlines > 0 then inlines:insert(pandoc.Space()) end
  inlines:extend(more)
end

-- `[@feit:naam]` becomes the text of that fact; sources become notes, after it.
local function cite_filter(known, facts)
  return function(cite)
    local found, result, lost = pandoc.List(), pandoc.Inlines {}, pandoc.Inlines {}
    for _, citation in ipairs(cite.citations) do
      if citation.mode == 'AuthorInText' then return cite.content end
      local fact = citation.id:match '^feit:(.*)$'
      if fact then
        add(result, spoken(citation, facts[fact] or citation.id))
      elseif known[citation.id] then
        found:insert(citation)
      else
        add(lost, missing(citation))
      end
    end
    if #found > 0 then add(result, { pandoc.Cite(cite.content, found) }) end
    if #lost > 0 then add(result, lost) end
    return result
  end
end

return { address = address, as_reference = as_reference, cite_filter = cite_filter }
